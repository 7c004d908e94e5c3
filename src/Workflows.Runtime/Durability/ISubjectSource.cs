namespace Workflows.Runtime.Durability;

/// <summary>Loads the subjects of a batch of work.</summary>
public interface ISubjectSource
{
    /// <summary>Loads subjects in as few round trips as it takes.</summary>
    /// <param name="tenant">Whose subjects.</param>
    /// <param name="ids">Their ids.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The subjects that exist, by id.</returns>
    ValueTask<IReadOnlyDictionary<Guid, ISubject>> LoadAsync(
        int tenant,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    );
}
