import { command, type InOtherWords } from '../command-text.ts'

export const tillCommands = {
  'till open': command({
    does: 'Отваря касата с наличните в нея пари',
    options: { float: ['<сума>', 'начална наличност (по подразбиране 0)'] },
    examples: [['gishe till open --float 50', 'сутрин, с 50 € в касата']],
  }),
  'till close': command({
    does: 'Приключва касата с преброената сума; описът се печата',
    more: 'Касиерът приключва своята каса. Ръководител приключва отворената на --desk, когато касиерът не може, и казва защо.',
    options: {
      counted: ['<сума>', 'преброените пари'],
      exact: ['', 'преброеното е точно очакваното'],
      reason: ['<причина>', 'защо има разлика или защо не я приключва касиерът'],
    },
    examples: [
      ['gishe till close --counted 183,40', 'с преброена сума'],
      ['gishe till close --counted 180 --reason "грешно ресто"', 'с разлика'],
      ['gishe till close --desk 2 --user head --counted 95 --reason "касиерът е болен"', 'вместо касиера'],
    ],
  }),
  'till show': command({
    does: 'Показва отворената Ви каса и очакваната наличност',
    examples: [['gishe till show', 'колко трябва да има в касата']],
  }),
}

export type TillCommands = InOtherWords<typeof tillCommands>
