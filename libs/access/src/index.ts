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
  type Warrant,
} from './office-authority.js';
