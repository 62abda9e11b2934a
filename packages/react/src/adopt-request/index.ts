export { AdoptRequest, type AdoptRequestProps } from './AdoptRequest.tsx'
