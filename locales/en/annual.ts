import type { AnnualTexts } from '../../rules/reports/annual-texts.ts'

export const annual: AnnualTexts = {
  methods: {
    1: 'Surveys',
    2: 'Consultations with the staff',
    3: 'Mystery client',
    4: 'Analysis of signals, proposals, complaints and praise',
    5: 'Analysis of the media',
    6: 'Consultations with stakeholders',
    7: 'Following the customer’s journey',
    8: 'Sociological studies',
    9: 'Hot line in working hours',
    10: 'Reception hours',
    11: 'Analysis of secondary data',
  },
  list: {
    title: year => `Methods of studying satisfaction in ${year}`,
    column: {
      number: 'No.',
      method: 'Method',
      obligatory: 'Kind',
      state: 'State',
      notedOn: 'Noted on',
      notedBy: 'By',
    },
    obligatory: 'obligatory',
    state: { done: 'carried out', not_done: 'not carried out', not_noted: 'nothing noted' },
    due: day =>
      `The report is published until ${day} (art. 24(8) of the Ordinance on Administrative Services).`,
  },
  standing: (carriedOut, missing) =>
    missing === ''
      ? `${carriedOut} of 11 methods were carried out, among them all obligatory ones.`
      : `${carriedOut} of 11 methods were carried out. Obligatory ones that were not: ${missing}.`,
  title: year => `Report on the satisfaction of users with administrative services in ${year}`,
  notOver: day => `The year is not over: the data are as of ${day}.`,
  heading: {
    introduction: '1. Introduction',
    methods: '2. Methods',
    devices: '3. Answers on the devices in the halls',
    terms: '4. Services within the legal term',
    limits: '5. What the figures do not say',
    conclusions: '6. Conclusions and measures',
  },
  introduction: (year, due) => [
    `The report is made under art. 24(8) of the Ordinance on Administrative Services, by the Methodology of art. 25. It is of ${year} and is published on the website of the municipality until ${due}.`,
    'Art. 24(2) of the Ordinance lists eleven methods of studying and measuring satisfaction; the first five are obligatory. Each of them is told of below, also where it was not carried out.',
  ],
  method: {
    heading: (method, name, isObligatory) => `2.${method}. ${name}${isObligatory ? ' (obligatory)' : ''}`,
    conduct: text => `How it was carried out: ${text}`,
    findings: text => `Found: ${text}`,
    measures: text => `Measures: ${text}`,
    noMeasures: 'Measures: none were told.',
    notDone: why => `Not carried out. Why: ${why}`,
    obligatoryNotDone: why =>
      why === null
        ? 'NOT CARRIED OUT, though obligatory. Nobody told why.'
        : `NOT CARRIED OUT, though obligatory. Why: ${why}`,
    notNoted: 'Not carried out.',
    devices:
      'The devices with faces in the halls (section 3) serve this method only in part: they do not replace a survey with a sample.',
    signals:
      'Signals, proposals, complaints and praise are not kept in the system that this report comes from; only what the staff wrote is here.',
  },
  devices: {
    none: 'The municipality has no devices in its halls.',
    noAnswers: 'Nobody’s answer was counted in this year.',
    intro:
      'Whoever is in the hall may press one of the faces. Answers to questions in other words are never added up.',
    parts: {
      faces: 'By face',
      quarters: 'By quarter',
      halls: 'By hall',
      reasons: 'Reasons told',
      left: 'Kept, but not counted',
    },
    column: { quarter: 'Quarter', change: 'Against the one before' },
    quarter: quarter => `${['I', 'II', 'III', 'IV'][quarter - 1] ?? quarter}`,
    change: { up: 'higher share', same: 'no difference', down: 'lower share' },
    sentence: (answers, share, low, high, index) =>
      `Of ${answers} answers ${share} % are positive (95 % interval: ${low} to ${high} %), index ${index} of 100.`,
    few: (answers, least) => `There are ${answers} answers, fewer than ${least}: too few to say anything.`,
  },
  terms: {
    none: 'No service ended in the registry in this year.',
    sentence: (ended, kept, share) =>
      `Of ${ended} services that ended ${kept} (${share} %) did so within the legal term. The registry keeps the terms and when they stood still.`,
  },
  limits: [
    'Those answer who wish to: nobody is sampled, so the answers do not stand for all residents.',
    'One person may press more than once in a year; repeats within five seconds, bursts, tests and presses outside working hours are not counted.',
    'The interval tells how far off the share may be because answers are few, not because of who answered.',
    'The response compares answers with payments and requests at the counters: one person may be served several times, another only asked.',
    'Services by electronic means and by post do not pass through the halls and are not in the answers.',
    'Fewer than 30 answers say nothing; halls and quarters differ only where their intervals do not overlap.',
  ],
  conclusions: {
    answers: (question, sentence) => `“${question}”: ${sentence}`,
    measures: 'Measures decided and done:',
    measure: (method, name, text) => `${name} (method ${method}): ${text}`,
    noMeasures: 'No measures were told that were decided or done.',
  },
}
