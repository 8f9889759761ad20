import type postgres from 'postgres'
import { indexedWords } from '../rules/search-words.ts'
import { dice } from './people.ts'

const words = (text: string): string[] => text.split(' ')
const MATTERS = [
  'Издаване на скица на поземлен имот',
  'Искане за удостоверение за наследници',
  'Заявление за настоящ адрес',
  'Разрешение за строеж на жилищна сграда',
  'Сигнал за нерегламентирано сметище',
  'Жалба срещу наказателно постановление',
  'Предложение за ремонт на детска площадка',
  'Молба за еднократна финансова помощ',
  'Удостоверение за данъчна оценка',
  'Отговор на писмо относно ремонт на водопровод',
  'Искане за достъп до обществена информация',
  'Разрешение за ползване на тротоар',
  'Договор за наем на общински терен',
  'Протокол от заседание на комисия',
  'Заповед за отпуск',
  'Категоризиране на място за настаняване',
  'Отсичане на дървета в частен имот',
  'Промяна на предназначението на помещение',
]
const PLACES = words(
  'Смолян Райково Устово Момчиловци Широка-лъка Смилян Арда Пампорово Соколовци Левочево Търън Полковник-Серафимово Могилица Сивино Фатово Виево Гела Солища Стойките Кутела',
)

/**
 * So many documents of five years as a registry has them: matters that come every day and names that come once. By one statement
 * of the server, the triggers of single registrations left out; the index of words is made at the end.
 */
export async function fillDocuments(sql: postgres.Sql, count: number): Promise<void> {
  const roll = dice(5)
  const phrases = MATTERS.map(matter => ({ subject: matter, words: indexedWords(matter).join(' ') }))
  const places = PLACES.map(place => ({ name: place, words: indexedWords(place).join(' ') }))
  const kinds = await sql<{ id: string }[]>`select id from document_kinds order by code limit 12`
  const shuffled = phrases.toSorted(() => roll() - 0.5)
  await sql.begin(async tx => {
    await tx`set local session_replication_role = replica`
    await tx`set local maintenance_work_mem = '512MB'`
    await tx`drop index documents_by_word_starts`
    await tx`create temporary table people on commit drop as
      select row_number() over () as at, id, name, name_folded from (select * from parties order by id limit 500000) p`
    await tx`create unique index on people (at)`
    await tx`create temporary table doc on commit drop as
      select n, gen_random_uuid() as id, gen_random_uuid() as case_id,
        (date '2026-11-20' - ((${count}::int - n) / (${count}::int / 1700.0))::int) as day,
        (floor(random() * random() * ${shuffled.length}))::int + 1 as phrase,
        floor(random() * ${places.length})::int + 1 as place,
        floor(random() * random() * (select count(*) from people))::int + 1 as person
      from generate_series(1, ${count}::int) n`
    await tx`insert into cases (id, access_code, opened_at, opened_by)
      select case_id, upper(lpad(to_hex(n), 10, '0')), day + time '10:00', (select id from staff where login = 'delo') from doc`
    await tx`insert into case_access (case_id, staff_id) select case_id, (select id from staff where login = 'delo') from doc`
    await tx`insert into documents (id, register_id, year, sequence, day, uri, number, direction, kind_id, channel, subject, words, case_id,
        opens_case, received_at, registered_at, registered_by, content)
      select d.id, r.id, extract(year from day), seq, day, '1-' || seq || '-' || to_char(day, 'DD.MM.YYYY'), 'ЗВ-1-' || lpad(seq::text, greatest(5, length(seq::text)), '0'),
        'incoming', (${list(kinds.map(kind => kind.id))}::uuid[])[1 + n % ${kinds.length}], 'desk',
        (${list(shuffled.map(p => p.subject))}::text[])[phrase] || ', ' || (${list(places.map(p => p.name))}::text[])[place],
        ' ' || (${list(shuffled.map(p => p.words))}::text[])[phrase] || ' ' || (${list(places.map(p => p.words))}::text[])[place] || p.name_folded,
        case_id, true, day + time '10:00', day + time '10:00', (select id from staff where login = 'delo'), 'bench'
      from (select *, coalesce(s.last_number, 0) + row_number() over (partition by extract(year from day) order by n) as seq from doc
          left join document_series s on s.year = extract(year from day) and s.register_id = (select id from registers where is_official)) d
        join people p on p.at = d.person, registers r where r.is_official`
    await tx`insert into document_parties (document_id, ordinal, role, party_id, name)
      select d.id, 1, 'sender', p.id, p.name from doc d join people p on p.at = d.person`
    await tx`insert into filings (case_id, ordinal, section, document_id, filed_at, filed_by)
      select case_id, 1, 'official', id, day + time '10:00', (select id from staff where login = 'delo') from doc`
    await tx`insert into document_series (register_id, year, last_number)
      select register_id, year, max(sequence) from documents group by 1, 2 on conflict (register_id, year) do update set last_number = excluded.last_number`
    await tx`insert into document_words (word) select distinct w from documents, unnest(string_to_array(ltrim(words), ' ')) w
      where length(w) > 2 and w !~ '[0-9]' on conflict do nothing`
    await tx`create index documents_by_word_starts on documents using gin (word_starts(words))`
  })
}

/** An array as PostgreSQL reads it from text. */
const list = (texts: readonly string[]): string => `{${texts.map(text => `"${text}"`).join(',')}}`
