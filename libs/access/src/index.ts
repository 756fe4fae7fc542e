export {
  type LoadUnit,
  officeAuthority,
  type UnitOffices,
  type Warrant,
} from './office-authority.js';
