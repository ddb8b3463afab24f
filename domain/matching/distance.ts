interface Point {
  latitude: number
  longitude: number
}

/** Mean radius of the Earth (IUGG, 6371.0088 km) in miles. */
export const radiusMiles = 3958.7613

export const radians = (degrees: number) => (degrees * Math.PI) / 180
const haversine = (angle: number) => Math.sin(angle / 2) ** 2

/** Miles as the crow flies. Roads are longer, by about a third in most towns. */
export const milesBetween = (from: Point, to: Point) => {
  const fromLatitude = radians(from.latitude)
  const toLatitude = radians(to.latitude)
  const across = haversine(radians(to.longitude - from.longitude))
  const square = haversine(toLatitude - fromLatitude) + Math.cos(fromLatitude) * Math.cos(toLatitude) * across
  // Rounding can carry antipodes a hair past 1, where the arc sine is no number.
  return 2 * radiusMiles * Math.asin(Math.min(1, Math.sqrt(square)))
}
