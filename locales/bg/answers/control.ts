export const controlAnswers = {
  control: {
    review: 'Седмичен преглед на задачите',
    /** All of it is already text. */
    reviewed: (week: string, status: string, verdict: string) =>
      `Записано за седмицата от ${week}: ${status}; ${verdict}.`,
  },
}

export type ControlAnswers = typeof controlAnswers
