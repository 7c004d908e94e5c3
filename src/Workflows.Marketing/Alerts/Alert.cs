namespace Workflows.Marketing.Alerts;

/// <summary>Something that whoever is in charge has to know of: told once, as a task.</summary>
/// <param name="Kind">One of <see cref="AlertKinds"/>.</param>
/// <param name="Subject">Whom or what it is about: a journey, a member of the staff, a user.</param>
/// <param name="Period">What it is told once of: a day, a budget.</param>
/// <param name="Text">What happened, for people.</param>
public sealed record Alert(string Kind, string Subject, string Period, string Text);
