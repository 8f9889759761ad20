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
  demo: (password: string): string =>
    `ДЕМО: паролата на всички е ${password}. Изберете със стрелките, Enter влиза.`,
  posts: posts.posts,
  help: [
    'Въведете потребител и парола. Tab сменя полето, Enter продължава.',
    'Името може да се пише и на кирилица: «каса1» е kasa1.',
    'Каса: номерът ѝ, ако не е обичайната ви.',
    'Забравена парола се сменя от администратора: gishe staff password ИМЕ',
  ],
}

export type SignInTexts = typeof signIn
