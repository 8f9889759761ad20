import type { ControlRefusals } from '../../../rules/refusals/control.ts'

export const controlRefusals: { [Code in keyof ControlRefusals]: (facts: ControlRefusals[Code]) => string } =
  {
    'review.week_ahead': ({ week }) =>
      `Седмицата от ${week} още не е дошла. Преглежда се текущата или минала седмица.`,
    'review.note_needed': () =>
      'Напишете с няколко думи какъв е проблемът (поне 3 знака): така го пише и в протокола.',
    'review.not_yours': ({ unit }) =>
      `Задачата е на „${unit}“. Преглежда я ръководителят на звеното или на дирекцията му.`,
    'review.not_of_week': ({ week }) =>
      `Задачата не е била в работа през седмицата от ${week}. Вижте списъка с „gishe control review“.`,
    'review.several': ({ number, tasks }) =>
      `По преписка ${number} има няколко задачи тази седмица. Посочете една по номера ѝ: ${tasks}.`,
    'control.overdue': ({ tasks, requests }) =>
      `Има просрочени: задачи ${tasks}, заявления ${requests}. Вижте ги с „gishe control list --near overdue“.`,
  }
