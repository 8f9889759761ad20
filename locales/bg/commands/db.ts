import { command, type InOtherWords } from '../command-text.ts'

export const dbCommands = {
  'db start': command({
    does: 'Пуска вградената база данни (иначе тя тръгва сама при нужда)',
    examples: [['gishe db start', 'при старт на машината']],
  }),
  'db stop': command({
    does: 'Спира вградената база данни; започнатото се отменя, записаното остава',
    examples: [['gishe db stop', 'преди изключване на машината']],
  }),
  'db status': command({
    does: 'Казва къде е базата, работи ли и коя версия е',
    examples: [['gishe db status', 'къде са данните']],
  }),
  'db migrate': command({
    does: 'Привежда базата към тази версия на програмата',
    examples: [['gishe db migrate', 'след обновяване на програмата']],
  }),
  'db backup': command({
    does: 'Прави резервно копие на базата',
    more: 'Базата за обучение не е в него: тя се прави наново с „gishe training make“.',
    args: { folder: ['<папка>', 'нова папка за копието'] },
    examples: [['gishe db backup /var/backups/gishe-2026-11-22', 'копие в нова папка']],
  }),
  'db restore': command({
    does: 'Възстановява резервно копие в празна база',
    args: { folder: ['<папка>', 'папката с копието'] },
    examples: [
      ['GISHE_HOME=/srv/gishe gishe db restore /var/backups/gishe-2026-11-22', 'в нова папка с данни'],
    ],
  }),
}

export type DbCommands = InOtherWords<typeof dbCommands>
