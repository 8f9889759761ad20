import { expect, test } from 'vitest'
import { indexedWords, retyped, stemOf, wantedWords } from '../../rules/search-words.ts'

test.each([
  'скица скицата скици скиците',
  'заявление заявлението заявления заявленията',
  'жалба жалбата жалби жалбите',
  'сигнал сигнала сигналът сигнали сигналите',
  'молба молбата молби молбите',
  'писмо писмото писма писмата',
  'договор договора договорът договори договорите',
  'заповед заповедта заповеди заповедите',
  'протокол протокола протоколът протоколи протоколите',
  'удостоверение удостоверението удостоверения удостоверенията',
  'декларация декларацията декларации декларациите',
  'имот имота имотът имоти имотите',
  'документ документа документът документи документите',
  'кмет кмета кметът кметове кметовете',
  'акт акта актът актове актовете',
  'град града градът градове градовете',
  'данък данъка данъкът данъци данъците',
  'списък списъка списъци списъците',
  'наследник наследника наследници наследниците',
  'регистър регистъра регистърът регистри регистрите',
  'чужденец чужденеца чужденци чужденците',
  'място мястото места местата',
  'път пътя пътят пътища пътищата',
  'ден деня денят дни дните',
  'дете детето деца децата',
  'дърво дървото дървета дърветата',
  'общински общинската общинско общинските общинския общинският',
  'строителен строителна строително строителни строителните',
  'училище училището училища училищата',
  'такса таксата такси таксите',
  'собственост собствеността',
  'разрешително разрешителното разрешителни',
  'улица улицата улици улиците',
])('any form finds any other: %s', forms => expect(new Set(forms.split(' ').map(stemOf)).size, forms).toBe(1))

test.each([
  ['скица', 'скеле'],
  ['жалба', 'желание'],
  ['договор', 'довод'],
  ['имот', 'име'],
  ['училище', 'улица'],
  ['данък', 'дарение'],
  ['Иван', 'Иванов'],
])('%s is not %s', (one, other) => expect(stemOf(one.toLowerCase())).not.toBe(stemOf(other.toLowerCase())))

test('numbers stay whole and are found by their parts too', () => {
  const kept = indexedWords('Писмо № 94-00-12/04.11.2026 за УПИ XV–235, кв. 7')
  expect(kept).toEqual(
    expect.arrayContaining(['94-00-12/04.11.2026', 'xv-235', '235', '7', 'писм', 'упи', 'xv']),
  )
  expect(wantedWords('94-00-12/04.11.2026')).toEqual([
    { stem: '94-00-12/04.11.2026', beginning: '94-00-12/04.11.2026' },
  ])
})

test('what tells nothing is not asked for, and a word that is half typed is meant by its beginning', () => {
  expect(wantedWords('за на до')).toEqual([])
  expect(wantedWords('заявлен за ски')).toEqual([
    { stem: 'заевлн', beginning: 'заевлен' },
    { stem: 'ски', beginning: 'ски' },
  ])
  for (const word of ['заявление', 'разрешително', 'училищата'])
    for (let size = 3; size <= word.length; size++) {
      const [wanted] = wantedWords(word.slice(0, size))
      const [kept = ''] = indexedWords(word)
      expect(kept === wanted?.stem || kept.startsWith(wanted?.beginning ?? '?'), word.slice(0, size)).toBe(
        true,
      )
    }
})

test.each([
  ['skica', 'скица'],
  ['zaqwlenie', 'заявление'],
  ['xalba', 'жалба'],
  ['vAlba', 'жалба'],
  ['gd./d', 'жалба'],
])('typed under a Latin layout, %s may mean %s', (typed, meant) => expect(retyped(typed)).toContain(meant))

test('what is typed in Cyrillic, or a bare number, is meant as it stands', () => {
  expect(retyped('скица')).toEqual([])
  expect(retyped('94-00-12')).toEqual([])
})
