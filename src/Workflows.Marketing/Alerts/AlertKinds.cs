namespace Workflows.Marketing.Alerts;

/// <summary>The kinds of alerts; they are also the templates of the tasks.</summary>
public static class AlertKinds
{
    /// <summary>A journey's budget for subsidies does not suffice any more: its offers stop (S2-18).</summary>
    public const string BudgetSpent = "budget-spent";

    /// <summary>A member of the staff deleted many customers on one day (S1-18).</summary>
    public const string Deletions = "staff-deletions";

    /// <summary>Many customers of a member of the staff were handed over on one day (S1-18).</summary>
    public const string Transfers = "staff-transfers";

    /// <summary>Somebody exported many customers on one day (S1-18).</summary>
    public const string Exports = "staff-exports";
}
