namespace Workflows.Marketing.Journeys;

/// <summary>The type names of our activities, as documents write them.</summary>
internal static class JourneyTypes
{
    public const string AddTag = "Marketing.AddTag";
    public const string AssignGroup = "Marketing.AssignGroup";
    public const string AssignPersona = "Marketing.AssignPersona";
    public const string AssignPool = "Marketing.AssignPool";
    public const string ChangeStage = "Marketing.ChangeStage";
    public const string EvaluateRules = "Marketing.EvaluateRules";
    public const string OpenWorkOrder = "Marketing.OpenWorkOrder";
    public const string PostMoments = "Marketing.PostMoments";
    public const string RemoveTag = "Marketing.RemoveTag";
    public const string ScoreSentence = "Marketing.ScoreSentence";
    public const string SendGroupMessage = "Marketing.SendGroupMessage";
    public const string SendWelcome = "Marketing.SendWelcome";
    public const string SendMessage = "Marketing.SendMessage";
    public const string SetAttribute = "Marketing.SetAttribute";
    public const string WaitForContactEvent = "Marketing.WaitForContactEvent";
}
