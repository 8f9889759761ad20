import { posts } from '../posts.ts'

export const signIn = {
  title: 'Вход',
  login: 'Потребител',
  password: 'Парола',
  desk: 'Каса',
  deskHint: 'празно: вашата',
  enter: 'Вход',
  next: 'Напред',
  quit: 'Край',
  practise: 'Обучение',
  work: 'Истинска работа',
  trainingTitle: 'Вход в ОБУЧЕНИЕ',
  training: 'ОБУЧЕНИЕ: отделни номера, нищо не влиза в отчетите',
  demo: (password: string): string =>
    `ДЕМО: паролата на всички е ${password}. Изберете със стрелките, Enter влиза.`,
  posts: posts.posts,
  help: [
    'Въведете потребител и парола. Tab сменя полето, Enter продължава.',
    'Името може да се пише и на кирилица: «каса1» е kasa1.',
    'Каса: номерът ѝ, ако не е обичайната ви.',
    'F2 минава в обучение и обратно: същите екрани, отделни номера.',
    'Забравена парола се сменя от администратора: gishe staff password ИМЕ',
  ],
}

export type SignInTexts = typeof signIn
