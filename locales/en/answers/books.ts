import type { BooksAnswers } from '../../bg/answers/books.ts'

export const booksAnswers: BooksAnswers = {
  pathWritten: file => `Written: ${file}`,
  bookPrinted: title => `To be printed: ${title}`,
  bookNotPrinted: state => `Not printed yet (${state}). See "gishe print jobs".`,
  deposited: (number, amount) => `List No ${number}: ${amount} handed over.`,
}
