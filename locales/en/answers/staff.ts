import type { StaffAnswers } from '../../bg/answers/staff.ts'

export const staffAnswers: StaffAnswers = {
  staffAdded: (login, post) => `Added: ${login}, ${post}.`,
  staffDisabled: login => `The access of ${login} is disabled.`,
  passwordSet: login => `The password of ${login} is changed.`,
  staff: { login: 'Login', name: 'Name', post: 'Post', disabled: 'Disabled' },
}
