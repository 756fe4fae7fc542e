export {
  CHAIN_MAX,
  chainOf,
  delegatedMandate,
  type GrantedRight,
  type GrantedRights,
  type LoadGranted,
  type MandateAsked,
} from './delegated-mandate.js';
export {
  type LoadUnit,
  officeAuthority,
  type UnitOffices,
  type Warrants,
} from './office-authority.js';
export {
  coversYear,
  type InspectionWarrant,
  isInForce,
  type Warrant,
  type WarrantSource,
  warrantsOf,
} from './warrant.js';
