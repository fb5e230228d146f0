import { Module } from '@nestjs/common';
import { CarHistoryController } from './car-history.controller.ts';
import { CarHistoryService } from './car-history.service.ts';
import { HistoryLinksService } from './history-links.service.ts';

/** Which parts a car was given, for whom its owner lets read it. */
@Module({
  controllers: [CarHistoryController],
  providers: [CarHistoryService, HistoryLinksService],
  exports: [CarHistoryService, HistoryLinksService],
})
export class CarHistoryModule {}
