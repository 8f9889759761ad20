import { command, type InOtherWords } from '../command-text.ts'

export const webCommands = {
  web: command({
    does: 'Пуска хъба: приема гласовете на устройствата и следи как са',
    more: 'Работи, докато бъде спрян (Ctrl-C, SIGTERM); започнатото завършва. Влиза като „hub“: паролата е от --password-file или GISHE_PASSWORD; където базата е на тази машина, потребителят се прави сам. Без сертификат слуша само на тази машина. /healthz казва дали базата отговаря, /metrics е за Prometheus. Със SIGHUP чете сертификата наново.',
    options: {
      host: ['<адрес>', 'на кой адрес слуша; иначе 127.0.0.1'],
      port: ['<порт>', 'на кой порт; иначе 8080, а 0 взема свободен'],
      cert: ['<файл>', 'сертификат за TLS (PEM, с веригата)'],
      key: ['<файл>', 'ключът на сертификата (PEM)'],
      plain: ['', 'без сертификат и за други машини: само зад прокси или в затворена мрежа'],
      'trust-proxy': ['', 'адресите на устройствата са тези от X-Forwarded-For на проксито отпред'],
      'metrics-open': ['', '/metrics и за други машини'],
      'on-alarm': [
        '<програма>',
        'програма на общината, която получава всяка тревога като ред JSON на входа си',
      ],
      'print-unit': ['', 'показва услугата за systemd с тези опции и не пуска нищо'],
    },
    examples: [
      ['gishe web', 'пуснете хъба за тази машина, http://127.0.0.1:8080'],
      [
        'gishe web --host 0.0.0.0 --port 443 --cert /etc/gishe/cert.pem --key /etc/gishe/key.pem',
        'за устройствата в сградата',
      ],
      [
        'gishe web --trust-proxy --on-alarm /usr/local/bin/alarm',
        'зад nginx на същата машина, с известяване',
      ],
    ],
  }),
}

export type WebCommands = InOtherWords<typeof webCommands>
