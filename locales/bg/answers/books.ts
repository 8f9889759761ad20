/** What the books answer. */
export const booksAnswers = {
  pathWritten: (file: string) => `Записано: ${file}`,
  bookPrinted: (title: string) => `За печат: ${title}`,
  bookNotPrinted: (state: string) => `Още не е отпечатано (${state}). Вижте „gishe print jobs“.`,
  deposited: (number: string, amount: string) => `Опис № ${number}: предадени са ${amount}.`,
}

export type BooksAnswers = typeof booksAnswers
