// The part of the page that makes packages for learning platforms.

export { PackageForm } from './PackageForm.tsx';
