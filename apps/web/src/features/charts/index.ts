export { ChartSections } from './chart-sections.tsx'
export { useChartOfVisit } from './queries.ts'
export { VisitOfPrescription, VisitTimes } from './visit-times.tsx'
