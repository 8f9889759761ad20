import { expect, test } from 'vitest'
import { placeOfUrl } from '../../db/place.ts'

const tlsOf = (mode: string) => placeOfUrl(`postgres://town:secret@db.example:5432/town${mode}`).place.tls

test.each([
  ['', 'prefer'],
  ['?sslmode=disable', 'off'],
  ['?sslmode=prefer', 'prefer'],
  ['?sslmode=require', 'require'],
  ['?sslmode=verify-ca', 'verify'],
  ['?sslmode=verify-full', 'verify'],
])('sslmode as libpq has it: %j is %s', (mode, tls) => {
  expect(tlsOf(mode)).toBe(tls)
})

test('a misspelt sslmode is refused: it must not pass for a weaker one', () => {
  for (const mode of ['verify_full', 'Require', '', 'constructor'])
    expect(() => tlsOf(`?sslmode=${mode}`), mode).toThrow(expect.objectContaining({ code: 'bad_url' }))
})

test.each([
  'town',
  'http://db/town',
  'postgres://db',
  'postgres://u:%zz@db/town',
  'postgres://db/town?sslrootcert=/nowhere',
])('%s is no address of a database', address => {
  expect(() => placeOfUrl(address)).toThrow(expect.objectContaining({ code: 'bad_url' }))
})

const inDatabase = (name: string) => placeOfUrl(`postgres://db/${name}`).place.database

test.each([
  'x'.repeat(31),
  'Town',
  '1town',
  'town-1',
  '%D0%B3%D1%80%D0%B0%D0%B4',
  'x_staff',
  'x_staff_ani',
  'x_cashier',
  'x_clerk',
  'x_head',
  'x_admin',
  'x_auditor',
])('a database %s would share a role with another town, or have its roles cut', name => {
  expect(() => inDatabase(name)).toThrow(expect.objectContaining({ code: 'bad_database_name' }))
})

test.each(['x', 'gishe', 'x'.repeat(30), 'cashier', 'town_2', 'x_admins'])('a database %s is fine', name => {
  expect(inDatabase(name)).toBe(name)
})
