import { command, type InOtherWords } from '../command-text.ts'

export const servicesCommands = {
  'services list': command({
    does: 'Показва услугите с днешните им такси',
    examples: [['gishe services list --csv', 'каталогът като таблица']],
    options: { csv: ['', 'CSV (RFC 4180, UTF-8)'] },
  }),
  'services find': command({
    does: 'Търси услуги по код или по части от името',
    args: { text: ['<текст...>', 'код или думи, главни или малки букви'] },
    options: { csv: ['', 'CSV (RFC 4180, UTF-8)'] },
    examples: [
      ['gishe services find наследници', 'по дума'],
      ['gishe services find 20', 'по начало на кода'],
    ],
  }),
  'services show': command({
    does: 'Показва една услуга: такси, срокове и от кой ден иска фискален бон',
    args: { code: ['<код>', 'код на услугата'] },
    examples: [['gishe services show 10001', 'с фискалния бон по дни']],
  }),
  'services set-fiscal': command({
    does: 'Определя дали услуга иска фискален бон от даден ден нататък',
    more: 'Кои приходи са продажби, решава главният счетоводител на общината (ЗДДС, Наредба Н-18). Докато не е казано друго, услугата не иска фискален бон. Казаното не се променя, а се казва друго от по-късен ден.',
    args: { code: ['<код>', 'код на услугата'] },
    options: {
      'tax-group': ['<буква>', 'данъчната група на устройството: А, Б, В … З (или 1–8)'],
      none: ['', 'без фискален бон'],
      from: ['<ден>', 'от кой ден (по подразбиране днес)'],
      ground: ['<текст>', 'на какво основание: заповед, указание'],
    },
    examples: [
      [
        'gishe services set-fiscal 10001 --tax-group Б --from 01.12.2026 --ground "Указание 12/2026"',
        'наемът на зала е с фискален бон от 1 декември',
      ],
      ['gishe services set-fiscal 10001 --none --from 01.01.2027 --ground "Заповед 7"', 'вече не'],
    ],
  }),
  'services set-payer': command({
    does: 'Определя дали плащането на услуга иска платец',
    args: {
      code: ['<код>', 'код на услугата'],
      whether: ['<дали>', 'required (иска) или optional (може и без)'],
    },
    examples: [['gishe services set-payer 2112 required', 'разрешение за строеж се плаща само с име']],
  }),
  'services set-fee': command({
    does: 'Определя таксата на услуга от даден ден нататък',
    args: {
      code: ['<код>', 'код на услугата'],
      amount: ['[сума]', 'таксата в евро; не е нужна с --open'],
    },
    options: {
      speed: ['<скорост>', 'normal, fast или express (по подразбиране normal)'],
      from: ['<ден>', 'от кой ден (по подразбиране днес)'],
      'per-unit': ['', 'таксата е за една бройка'],
      open: ['', 'сумата се въвежда при плащане'],
    },
    examples: [
      ['gishe services set-fee 2016 5,11', 'от днес'],
      ['gishe services set-fee 2016 7,67 --speed fast --from 01.01.2027', 'бърза услуга от Нова година'],
    ],
  }),
}

export type ServicesCommands = InOtherWords<typeof servicesCommands>
