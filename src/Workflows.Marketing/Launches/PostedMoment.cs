namespace Workflows.Marketing.Launches;

/// <summary>What a member of the staff posted to Moments.</summary>
/// <param name="Moment">The Moment's id in WeCom.</param>
/// <param name="Staff">Who posted it.</param>
/// <param name="Template">The message's name.</param>
/// <param name="Journey">The journey that sent it.</param>
public sealed record PostedMoment(string Moment, string Staff, string Template, string Journey);
