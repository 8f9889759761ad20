import type { RegistersCommands } from '../../bg/commands/registers.ts'
import { bare, CSV } from '../command-text.ts'

export const registersCommands: RegistersCommands = {
  'registers list': {
    ...bare,
    does: 'Show the registers: how their numbers look and how far they are',
    options: { csv: CSV },
    examples: [['gishe registers list', 'all']],
  },
  'registers set': {
    ...bare,
    does: 'Add a register, or change the template of its numbers from the next document on',
    more: 'Parts of a template: {seq} {seq:5} {index} {letters} {theme} {department} {year} {yy} {day}; of replies also {case} {sub}.',
    args: { index: ['<index>', 'ordinal of the register'] },
    options: {
      name: ['<name>', 'its name'],
      'name-en': ['<name>', 'its name in English'],
      template: ['<template>', 'how a number looks, for example {letters}-{index}-{seq:5}'],
      replies: [
        '<template>',
        'how the number of a reply looks, for example {case}#{sub}; empty: like the others',
      ],
      close: ['', 'close it: it gives no more numbers'],
    },
    examples: [
      ['gishe registers set 1 --template "{theme}-{seq}/{day}"', '94-00-2354/04.11.2026'],
      ['gishe registers set 7 --name Договори --template "Д-{seq:3}/{yy}"', 'a new register for the house'],
    ],
  },
  'registers kinds': {
    ...bare,
    does: 'Show the kinds of documents',
    options: { csv: CSV },
    examples: [['gishe registers kinds', 'all']],
  },
  'registers kind': {
    ...bare,
    does: 'Add or change a kind of document',
    args: { code: ['<code>', 'small Latin letters, digits and dashes'] },
    options: {
      name: ['<name>', 'its name'],
      'name-en': ['<name>', 'its name in English'],
      letters: ['<letters>', 'its letters in a number'],
      mode: ['<mode>', 'starts (a service), continues or unsolicited'],
      nomenclature: ['<index>', 'a case of the nomenclature'],
      'not-offered': ['', 'no longer offered'],
      offered: ['', 'offered again'],
    },
    examples: [['gishe registers kind tender --name Оферта --letters ОФ --nomenclature 09-01', 'a new kind']],
  },
  'nomenclature list': {
    ...bare,
    does: 'Show the nomenclature of cases with how long each is kept',
    options: { csv: CSV },
    examples: [['gishe nomenclature list', 'all of it']],
  },
  'nomenclature set': {
    ...bare,
    does: 'Add or change a case of the nomenclature',
    args: { index: ['<index>', 'its index, for example 02-03'] },
    options: {
      name: ['<name>', 'its name'],
      retention: ['<term>', 'P, P-here, or years, with EK or without: "5 EK"'],
      source: ['<source>', 'the order or minutes that it rests on'],
      close: ['', 'close it: no new cases are opened by it'],
    },
    examples: [
      [
        'gishe nomenclature set 12-01 --name Спорт --retention "5 ЕК" --source "Заповед РД-08-114"',
        'a new case',
      ],
    ],
  },
}
