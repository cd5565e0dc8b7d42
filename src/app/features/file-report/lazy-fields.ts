import { lazy } from 'react'

/** Parts of the form that the simplest report doesn't need: read when they are unfolded. */
export const WhoQuestions = lazy(async () => ({
  default: (await import('./WhoQuestions.tsx')).WhoQuestions,
}))
export const DetailQuestions = lazy(async () => ({
  default: (await import('./DetailQuestions.tsx')).DetailQuestions,
}))
export const AddPlace = lazy(async () => ({
  default: (await import('./AddPlace.tsx')).AddPlace,
}))
export const PlaceCommune = lazy(async () => ({
  default: (await import('./PlaceCommune.tsx')).PlaceCommune,
}))
export const OtherKindFields = lazy(async () => ({
  default: (await import('./other-kinds/OtherKindFields.tsx')).OtherKindFields,
}))
export const ModelField = lazy(async () => ({
  default: (await import('./ModelField.tsx')).ModelField,
}))
export const AppointmentLine = lazy(async () => ({
  default: (await import('./appointment/AppointmentLine.tsx')).AppointmentLine,
}))
export const AlreadyFiled = lazy(async () => ({
  default: (await import('./AlreadyFiled.tsx')).AlreadyFiled,
}))
