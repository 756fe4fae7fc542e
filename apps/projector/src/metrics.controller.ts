import { Controller, Get, Header, Inject } from '@nestjs/common';
import { MetricsPage } from '#libs/platform';

@Controller('metrics')
export class MetricsController {
  constructor(@Inject(MetricsPage) private readonly page: MetricsPage) {}

  /** Prometheus text format. */
  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  read(): Promise<string> {
    return this.page.text();
  }
}
