namespace Workflows.Marketing.Tests.Channels.WeCom.Tasks;

internal enum MassServerFault
{
    None,

    /// <summary>Surely nothing happened.</summary>
    Refused,

    /// <summary>Nothing happened, but the caller cannot know.</summary>
    Lost,

    /// <summary>It happened, and the caller is not told.</summary>
    AnswerLost,
}
