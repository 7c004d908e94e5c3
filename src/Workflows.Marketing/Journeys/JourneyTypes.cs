namespace Workflows.Marketing.Journeys;

/// <summary>The type names of our activities, as documents write them.</summary>
internal static class JourneyTypes
{
    public const string EvaluateRules = "Marketing.EvaluateRules";
    public const string SendGroupMessage = "Marketing.SendGroupMessage";
    public const string SendMessage = "Marketing.SendMessage";
    public const string SetAttribute = "Marketing.SetAttribute";
    public const string WaitForContactEvent = "Marketing.WaitForContactEvent";
}
