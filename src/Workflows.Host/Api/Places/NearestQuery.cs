namespace Workflows.Host.Api.Places;

/// <summary>Around which position to look for stores.</summary>
/// <param name="Latitude">Degrees, north is positive.</param>
/// <param name="Longitude">Degrees, east is positive.</param>
/// <param name="Radius">How far, in metres; 5000 unless given.</param>
/// <param name="Limit">How many at most; 1 to 1000, 100 unless given.</param>
internal sealed record NearestQuery(double Latitude, double Longitude, double? Radius, int? Limit);
