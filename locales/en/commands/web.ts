import type { WebCommands } from '../../bg/commands/web.ts'
import { bare } from '../command-text.ts'

export const webCommands: WebCommands = {
  web: {
    ...bare,
    does: 'Run the hub: take what devices send and watch how they do',
    more: 'Works until it is stopped (Ctrl-C, SIGTERM); what is under way is finished. It signs in as "hub": the password is from --password-file or GISHE_PASSWORD; where the database is this machine\'s own, the user is made by itself. Without a certificate it listens on this machine only. /healthz says whether the database answers, /metrics is for Prometheus. SIGHUP reads the certificate anew.',
    options: {
      host: ['<address>', 'the address to listen on; else 127.0.0.1'],
      port: ['<port>', 'the port; else 8080, and 0 takes a free one'],
      cert: ['<file>', 'certificate for TLS (PEM, with its chain)'],
      key: ['<file>', 'the key of the certificate (PEM)'],
      plain: [
        '',
        'without a certificate also for other machines: only behind a proxy or in a closed network',
      ],
      'trust-proxy': ['', 'addresses of devices are those in X-Forwarded-For of the proxy in front'],
      'metrics-open': ['', '/metrics for other machines too'],
      'on-alarm': [
        '<program>',
        "a program of the town's that gets each alarm as a line of JSON on its input",
      ],
      'print-unit': ['', 'show the systemd unit with these options and run nothing'],
    },
    examples: [
      ['gishe web', 'run the hub for this machine, http://127.0.0.1:8080'],
      [
        'gishe web --host 0.0.0.0 --port 443 --cert /etc/gishe/cert.pem --key /etc/gishe/key.pem',
        'for the devices in the building',
      ],
      [
        'gishe web --trust-proxy --on-alarm /usr/local/bin/alarm',
        'behind nginx of the same machine, with notices',
      ],
    ],
  },
}
