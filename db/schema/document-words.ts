import { pgTable, text } from 'drizzle-orm/pg-core'

/** Every word that a document has, once, kept by a trigger: what a mistyped word may have been. */
export const documentWords = pgTable('document_words', { word: text().primaryKey() })
