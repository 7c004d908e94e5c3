namespace Workflows.Marketing.Alerts;

/// <summary>Who is told of what.</summary>
public sealed record AlertSettings
{
    /// <summary>The members of the staff who get the tasks.</summary>
    /// <value>Nobody unless given: the task lies on the list for whoever is in charge.</value>
    public IReadOnlyList<string> Receivers
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>How many customers one person may delete, export or have handed over on one day before it is an alert.</summary>
    /// <value>The default value is 20.</value>
    public int MostADay { get; init; } = 20;
}
