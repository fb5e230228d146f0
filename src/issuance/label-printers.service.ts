import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Socket } from 'node:net';
import type { Actor } from '../auth/actor.ts';
import type { AuditAction } from '../auth/audit-action.ts';
import { AuditService } from '../auth/audit.service.ts';
import { Config } from '../config/config.ts';
import type { PrinterAddress } from '../config/printers.ts';
import { Database } from '../database/database.ts';
import type { SheetOptions } from '../labels/sheets/sheet-options.ts';
import type { OrdinalRange } from './batch.ts';
import { printerBusy, printerUnknown, printerUnreachable } from './issuance.refusals.ts';
import { type LabelFile, LabelFilesService } from './label-files.service.ts';
import { PATIENCE, pour, reach } from './raw-print.ts';

/** Prints labels straight on the operator's printers: only those named in PRINTERS, only by their names. */
@Injectable()
export class LabelPrintersService implements OnApplicationShutdown {
  private readonly logger = new Logger(LabelPrintersService.name);
  private readonly busy = new Map<string, Socket | null>();

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly files: LabelFilesService,
  ) {}

  get names(): string[] {
    return this.config.printers.map(({ name }) => name);
  }

  /**
   * Connects, and goes on sending in the background: a roll of thousands takes an hour. How it ended is on the batch's record.
   * @throws Refusal PRINTER_UNKNOWN, PRINTER_BUSY, PRINTER_UNREACHABLE, and what a file of these labels refuses
   */
  async print(
    actor: Actor,
    batchId: string,
    printerName: string,
    wanted: Partial<OrdinalRange>,
    options: SheetOptions,
  ): Promise<void> {
    const printer = this.config.printers.find(({ name }) => name === printerName);
    if (!printer) throw printerUnknown(printerName);
    if (this.busy.has(printer.name)) throw printerBusy(printer.name);
    this.busy.set(printer.name, null);
    try {
      const socket = await this.reach(printer);
      this.busy.set(printer.name, socket);
      const file = await this.fileFor(actor, batchId, wanted, options, socket);
      await this.record(actor, batchId, 'labels.sent', printer, file);
      void this.send(actor, batchId, printer, file, socket);
    } catch (error) {
      this.busy.delete(printer.name);
      throw error;
    }
  }

  /** What is left unsent fails, and is recorded so. */
  onApplicationShutdown(): void {
    for (const socket of this.busy.values()) socket?.destroy();
  }

  private async reach(printer: PrinterAddress): Promise<Socket> {
    try {
      return await reach(printer, PATIENCE);
    } catch (error) {
      this.logger.warn(`Printer ${printer.name} cannot be reached: ${String(error)}`);
      throw printerUnreachable(printer.name);
    }
  }

  private async fileFor(
    actor: Actor,
    batchId: string,
    wanted: Partial<OrdinalRange>,
    options: SheetOptions,
    socket: Socket,
  ): Promise<LabelFile> {
    try {
      return await this.files.file(actor, batchId, 'zpl', wanted, options);
    } catch (error) {
      socket.destroy();
      throw error;
    }
  }

  private async send(actor: Actor, batchId: string, printer: PrinterAddress, file: LabelFile, socket: Socket) {
    try {
      await pour(file.bytes, socket);
    } catch (error) {
      this.logger.warn(`Printer ${printer.name} broke off: ${String(error)}`);
      await this.record(actor, batchId, 'labels.print_failed', printer, file).catch((fault: unknown) =>
        this.logger.error(`It could not be recorded that ${printer.name} broke off: ${String(fault)}`),
      );
    } finally {
      this.busy.delete(printer.name);
    }
  }

  private record(actor: Actor, batchId: string, action: AuditAction, printer: PrinterAddress, { range }: LabelFile) {
    return this.audit.record(this.database, actor, action, batchId, { ...range, printer: printer.name });
  }
}
