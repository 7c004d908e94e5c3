namespace Workflows.WeComEmulator.Moments;

/// <summary>A post in customers' Moments (客户朋友圈): a task for each member who is to publish it.</summary>
internal sealed record Moment(
    string MomentId,
    string Creator,
    MomentContent Content,
    IReadOnlyList<string> Tags,
    DateTimeOffset CreatedAt
)
{
    public List<MomentTask> Tasks { get; } = [];

    public List<MomentReaction> Reactions { get; } = [];
}
