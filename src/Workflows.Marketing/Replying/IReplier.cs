namespace Workflows.Marketing.Replying;

/// <summary>
/// A model that answers customers (S4-48). A plug-in registers further ones as services of this type; they are safe on every thread, answer the same when
/// asked the same, and leave out what is no answer.
/// </summary>
public interface IReplier
{
    /// <summary>Its name in journeys: lower case letters, digits and hyphens.</summary>
    string Name { get; }

    /// <summary>The contents that would answer, in any order, each with how sure it is.</summary>
    ValueTask<IReadOnlyList<Reply>> ReplyAsync(ReplyQuestion question, CancellationToken cancellationToken);
}
