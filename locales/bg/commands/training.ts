import { command, type InOtherWords } from '../command-text.ts'

export const trainingCommands = {
  'training make': command({
    does: 'Прави базата за обучение, или я прави наново',
    more: 'Взема услугите, таксите, касите, принтерите и служителите на общината; хората и задълженията в нея са измислени, номерата ѝ са отделни. Каквото е правено за обучение дотогава, се изтрива. След обновяване на програмата се прави наново. Учи се с „gishe --training“, с F2 на екрана за вход, или с --training след всяка команда, която иска вход. Иска собственика на базата.',
    options: { force: ['', 'прекъсва тези, които сега се учат'] },
    examples: [
      ['gishe training make', 'преди да се учи нов касиер'],
      ['gishe training make --force', 'и докато някой още се учи'],
    ],
  }),
  'training status': command({
    does: 'Казва има ли база за обучение, от кога е и кой работи в нея',
    examples: [['gishe training status', 'годна ли е за тази версия']],
  }),
  'training drop': command({
    does: 'Премахва базата за обучение; общината остава както е',
    options: { force: ['', 'прекъсва тези, които сега се учат'] },
    examples: [['gishe training drop', 'вече не е нужна']],
  }),
}

export type TrainingCommands = InOtherWords<typeof trainingCommands>
