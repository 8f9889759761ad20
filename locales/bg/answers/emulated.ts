export const emulated = {
  device: 'Устройството',
  listens: (line: string) => `Слуша. Връзката в настройките: ${line}`,
  keys: [
    '1 край на хартията   2 всичко наред     3 отворен капак   4 малко хартия',
    '5 вади кабела        6 включва кабела   7 спира тока      8 мълчи',
    '9 губи отговор       0 край',
  ].join('\n'),
  done: (word: string) => `— ${word}`,
  notUnderstood: (word: string) => `„${word}“ не е повреда. Вижте --help.`,
}

export type EmulatedAnswers = typeof emulated
