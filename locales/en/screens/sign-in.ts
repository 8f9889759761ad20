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
  practise: 'Training',
  work: 'Real work',
  trainingTitle: 'Sign in to TRAINING',
  training: 'TRAINING: numbers of its own, nothing of it is reported',
  demo: password => `DEMO: everybody’s password is ${password}. Arrows choose, Enter signs in.`,
  posts: posts.posts,
  help: [
    'Type user and password. Tab changes the field, Enter goes on.',
    'The user may be typed in Cyrillic too: «каса1» is kasa1.',
    'Desk: the number of the desk, if it is not your usual one.',
    'F2 turns to training and back: the same screens, separate numbers.',
    'A forgotten password is set anew by the administrator: gishe staff password NAME',
  ],
}
