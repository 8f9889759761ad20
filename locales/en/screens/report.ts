import type { ReportTexts } from '../../bg/screens/report.ts'

export const report: ReportTexts = {
  title: 'Report of the day',
  by: 'Other view',
  dayBefore: 'Day before',
  dayAfter: 'Day after',
  today: 'Today',
  leave: 'Leave',
  empty: 'No payments on this day.',
  help: [
    'The arrows ← and → change the view: service, department, desk, cashier, tender, code.',
    'F2 and F3 change the day, F5 is today. As a command: gishe reports cash --day',
  ],
}
