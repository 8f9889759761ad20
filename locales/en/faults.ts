import type { FaultTexts } from '../bg/faults.ts'

const because = (detail: string): string => (detail ? ` (${detail})` : '')

export const faults: FaultTexts = {
  database: {
    home_unwritable: ({ path }) =>
      `The folder ${path} cannot be written. Mend its permissions (chown, chmod) or name another one in GISHE_HOME.`,
    home_unreachable: ({ path }) =>
      `The database cannot enter the folder ${path}: it, or a folder above it, is closed. Name another in GISHE_HOME, not in /root.`,
    disk_full: ({ path }) =>
      `The disk of ${path || 'the database'} is full. Free some space and try again; what was recorded is safe.`,
    binaries_missing: ({ path }) =>
      `${path} is missing. Install the program again with "npm ci", with install scripts allowed.`,
    no_system_user: ({ detail }) =>
      `The database does not run as root and the user "gishe" could not be made${because(detail)}. Make it with "useradd --system gishe".`,
    data_of_other_version: ({ path }) =>
      `The data in ${path} belong to another version of PostgreSQL. Restore a backup into a new folder (GISHE_HOME).`,
    start_failed: ({ path, detail }) =>
      `The database in ${path} did not start${because(detail)}. See its log in ${path}/cluster/data/log.`,
    not_running: () => 'The database is not running. Start it with "gishe db start".',
    unreachable: ({ detail }) =>
      `The database cannot be reached${because(detail)}. Check the network and whether the server is up.`,
    bad_url: () =>
      'GISHE_DATABASE_URL is not the address of a database. Write postgres://user:password@server:5432/database?sslmode=verify-full',
    bad_database_name: ({ detail }) =>
      `A database named "${detail}" cannot serve Gishe. A name is up to 30 small Latin letters, digits and "_", begins with a letter, has no "_staff" in it and does not end in "_cashier", "_clerk", "_head", "_admin", "_auditor" or "_training".`,
    needs_migration: () =>
      'The database is of an older version of the program. An administrator must run "gishe db migrate".',
    newer_database: () => 'The database is of a newer version of the program. Update Gishe on this computer.',
  },
  connection: {
    lost: detail =>
      `The database cannot be reached${because(detail)}. Check the network and whether the server is up, then try again.`,
    too_many: () =>
      'The database server has no free connections. Close programs that are not needed and try again.',
    disk_full: () => 'The disk of the database is full. Nothing was recorded; free some space and try again.',
    denied: detail =>
      `The database denied access${because(detail)}. The role lacks a privilege; ask an administrator.`,
    login: () =>
      'The database did not accept the user or password. Check them, those in GISHE_DATABASE_URL too.',
    certificate: detail =>
      `The certificate of the database server is not trusted${because(detail)}. Name its authority with sslrootcert in GISHE_DATABASE_URL.`,
    read_only: () => 'This database server is read-only. Name the primary one in GISHE_DATABASE_URL.',
  },
  printer: {
    no_answer: detail => `The printer does not answer${because(detail)}. Check that it is on and connected.`,
    out_of_paper: () => 'The printer is out of paper. Put in a new roll.',
    cover_open: () => 'The cover of the printer is open. Close it.',
    offline: () => 'The printer is off line. Press its on-line button.',
    busy: detail => `The printer is used by another program${because(detail)}. Close that program.`,
    no_device: detail =>
      `The printer is not there${because(detail)}. Plug in its cable and check the line in its settings.`,
    no_permission: detail =>
      `Access to the printer is denied${because(detail)}. Add the user to the groups dialout and lp and log in again.`,
    line_broken: detail => `The line to the printer broke${because(detail)}. Check the cable.`,
    disk_full: detail =>
      `There is no room for the file of the printer${because(detail)}. Free some space on the disk.`,
    timeout: detail => `The printer stopped taking data${because(detail)}. Check the paper and restart it.`,
    bad_settings: detail =>
      `The settings of the printer are wrong${because(detail)}. Correct them with "gishe printers set".`,
    cutter: () =>
      'The cutter is stuck. Switch the printer off, clear the paper from the blade and switch it on.',
    overheated: () => 'The printer is too hot. Wait a few minutes, it will go on by itself.',
    device_error: (detail: string) =>
      `The printer reports a defect${because(detail)}. Switch it off and on; if that does not help, call the service.`,
    refused: (detail: string) =>
      `The device refused the paper${because(detail)}. Put it right and send it again with "gishe print retry".`,
    receipt_open: (detail: string) =>
      `A receipt is open in the device${because(detail)}. End it with "gishe fiscal end-receipt".`,
    unlike_total: (detail: string) =>
      `The device has another total${because(detail)}. No receipt was issued, and what came out is cancelled; call the administrator.`,
    day_not_closed: () =>
      'Twenty-four hours without a daily report. Print the Z report with "gishe fiscal z".',
    memory_full: (detail: string) => `The memory of the device is full${because(detail)}. Call the service.`,
    clock: (detail: string) =>
      `The clock of the device is wrong${because(detail)}. Set it with "gishe fiscal clock --set".`,
    password: (detail: string) =>
      `The device did not take the operator's password${because(detail)}. Put it right with "gishe fiscal set-up"; after three errors switch the device off and on.`,
    too_late: () =>
      'The paper has waited too long. See whether it is still needed and send it with "gishe print retry".',
    another_device: detail =>
      `Another fiscal device is connected${because(detail)}. Connect the one of this desk.`,
    no_agent: () =>
      'The printer is at another computer and nobody prints there. Run "gishe printers agent" on the computer with the printer.',
    restored: () =>
      'The paper was waiting when the backup was made. See whether it came out since, and answer.',
    interrupted: () =>
      'The program was interrupted while printing. See whether the paper came out, and answer.',
  },
  hub: {
    no_answer: detail =>
      `The hub does not answer${because(detail)}. Check its address and the network and repeat with the same code.`,
    certificate: detail =>
      `The certificate of the hub is not trusted${because(detail)}. Name its authority with NODE_EXTRA_CA_CERTS=/path/ca.pem.`,
    away: () => 'The hub cannot reach its database. Repeat in a while with the same code.',
    too_often: () => 'Too many tries from this network. Repeat in a quarter of an hour with the same code.',
    unlike: detail =>
      `No hub of this version of Gishe answers at this address${because(detail)}. Check the address and the versions.`,
  },
  outbox: {
    disk_full: () => 'The disk of the device is full. Free some space and repeat; what was kept is safe.',
    disk_fault: detail =>
      `The memory of the device cannot be written or read${because(detail)}. Check GISHE_KIOSK_HOME, its rights and the disk.`,
  },
}
