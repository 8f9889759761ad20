import { expect, test } from 'vitest'
import { extensionOf, fileName, MOST_BYTES, natureOf, whyNotContent, whyNotFile } from '../../rules/files.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test.each([
  ['скица.pdf', 'скица.pdf'],
  ['C:\\Users\\Иван\\скица.pdf', 'скица.pdf'],
  ['/etc/../скица.pdf', 'скица.pdf'],
  ['../../.ssh/authorized_keys', 'authorized_keys'],
  ['\u202efdp.скица.pdf', 'fdp.скица.pdf'],
  ['скица\u0000\u0007.pdf', 'скица.pdf'],
  ['  скица   на имот .pdf', 'скица на имот.pdf'],
  ['а<б>:"|?*.pdf', 'а_б______.pdf'],
  ['.скрит.txt', 'скрит.txt'],
])('a file called %j is kept as %s', (name, clean) => expect(fileName(name)).toBe(clean))

test('an endless name keeps its extension', () => {
  const name = fileName(`${'скица'.repeat(60)}.pdf`)
  expect([...name]).toHaveLength(120)
  expect(extensionOf(name)).toBe('pdf')
})

test.each([
  ['скица.pdf', 0, 'file.empty'],
  ['скица.pdf', MOST_BYTES + 1, 'file.too_large'],
  ['скица.exe', 10, 'file.type_unknown'],
  ['скица.html', 10, 'file.type_unknown'],
  ['скица.svg', 10, 'file.type_unknown'],
  ['скица.sh', 10, 'file.type_unknown'],
  ['скица', 10, 'file.type_unknown'],
  ['', 10, 'file.name_wrong'],
  ['.pdf', 10, 'file.type_unknown'],
])('«%s» of %i bytes is not even read: %s', (name, size, code) =>
  expect(whyNotFile(fileName(name), size)?.code).toBe(code),
)

test.each([
  ['а.pdf', '%PDF-1.7\n'],
  ['а.RTF', '{\\rtf1 текст}'],
  ['а.txt', 'Здравейте\r\nтекст с табулация\t.'],
  ['а.eml', 'From: a@b.bg\r\nSubject: x\r\n\r\nтекст'],
  ['а.docx', 'PK\u0003\u0004...'],
])('%s is what its name says', (name, content) => expect(whyNotContent(name, bytes(content))).toBeNull())

test.each([
  ['скица.pdf', 'MZ\u0090', 'program'],
  ['скица.pdf', '#!/bin/sh\nrm -rf /', 'program'],
  ['скица.txt', '#!/bin/sh\nrm -rf /', 'program'],
  ['скица.txt', '<!DOCTYPE html><script>alert(1)</script>', ''],
  ['скица.eml', '<svg onload="x">', ''],
  ['скица.txt', 'а\u0000б', ''],
  ['скица.png', '%PDF-1.7\n', 'pdf'],
  ['скица.pdf', 'просто текст', ''],
])('%s with «%s» inside is refused', (name, content, found) =>
  expect(whyNotContent(name, bytes(content))).toMatchObject({ code: 'file.type_differs', facts: { found } }),
)

test('signatures and pictures are told by their first bytes', () => {
  expect(natureOf(Uint8Array.of(0x30, 0x82, 1, 2))).toBe('der')
  expect(natureOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('jpeg')
  expect(natureOf(Uint8Array.of(0x49, 0x49, 0x2a, 0))).toBe('tiff')
  expect(natureOf(Uint8Array.of(0x4d, 0x4d, 0, 0x2a))).toBe('tiff')
  expect(natureOf(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46))).toBe('program')
})
