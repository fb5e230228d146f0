import { Module } from '@nestjs/common';
import { DesignModule } from '../design/design.module.ts';
import { WorkshopController } from './workshop.controller.tsx';

/** The technician’s room: a shell, and an app that speaks the public contract. */
@Module({ imports: [DesignModule], controllers: [WorkshopController] })
export class WorkshopModule {}
