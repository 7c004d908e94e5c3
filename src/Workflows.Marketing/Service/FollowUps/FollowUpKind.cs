namespace Workflows.Marketing.Service.FollowUps;

/// <summary>What a follow-up record is about. The numbers are stored: append, never renumber.</summary>
public enum FollowUpKind : short
{
    /// <summary>A telephone call.</summary>
    Call = 1,

    /// <summary>An answer by text message.</summary>
    Sms = 2,

    /// <summary>A day's chat with one member of the staff.</summary>
    Chat = 3,

    /// <summary>What a journey wrote down.</summary>
    Note = 4,
}
