import type { SignInTexts } from '../../bg/screens/sign-in.ts'
import { posts } from '../posts.ts'

export const signIn: SignInTexts = {
  title: 'Sign in',
  login: 'User',
  password: 'Password',
  desk: 'Desk',
  deskHint: 'empty: your own',
  enter: 'Sign in',
  next: 'Next',
  quit: 'Quit',
  demo: password => `DEMO: everybody’s password is ${password}. Arrows choose, Enter signs in.`,
  posts: posts.posts,
  help: [
    'Type user and password. Tab changes the field, Enter goes on.',
    'The user may be typed in Cyrillic too: «каса1» is kasa1.',
    'Desk: the number of the desk, if it is not your usual one.',
    'A forgotten password is set anew by the administrator: gishe staff password NAME',
  ],
}
