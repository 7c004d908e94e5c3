namespace Workflows.Marketing.Alerts;

/// <summary>The stable codes of what is wrong with the settings of alerts.</summary>
public static class AlertCodes
{
    /// <summary>Those who are told are no members of the staff.</summary>
    public const string BadReceivers = "ALR001";

    /// <summary>The number a day is none.</summary>
    public const string BadNumber = "ALR002";
}
