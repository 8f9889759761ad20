import type { ReportTexts } from '../../rules/reports/texts.ts'
import { papers } from './papers.ts'

export const reports: ReportTexts = {
  municipality: papers.heading.municipality,
  demo: 'DEMO – invented data',
  training: 'TRAINING – no part of the reports of the municipality',
  day: day => `on ${day}`,
  period: (from, to) => `from ${from} to ${to} inclusive`,
  made: (at, by) => `Made at ${at} by ${by}`,
  page: (page, of) => `page ${page} of ${of}`,
  empty: 'There is nothing in this period.',
  cash: {
    title: {
      service: 'Cash taken by service',
      department: 'Cash taken by department',
      desk: 'Cash taken by desk',
      cashier: 'Cash taken by cashier',
      tender: 'Cash taken by tender',
      'payment-code': 'Cash taken by payment code',
    },
    key: {
      service: 'Code',
      department: 'Code',
      desk: 'Desk',
      cashier: 'Login',
      tender: 'Code',
      'payment-code': 'Code',
    },
    name: {
      service: 'Service',
      department: 'Department',
      desk: 'Place',
      cashier: 'Cashier',
      tender: 'Tender',
      'payment-code': 'Kind of payment',
    },
    payments: 'Payments',
    quantity: 'Units',
    amount: 'Amount, €',
    tender: { cash: 'cash' },
    noPaymentCode: 'no code',
    total: 'Total',
  },
}
