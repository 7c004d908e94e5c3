namespace Workflows.Runtime.Activities;

/// <summary>Offers the choices of a drop-down input; resolved from the services of the host when a designer asks.</summary>
public interface IInputOptions
{
    /// <summary>The choices in the order they are shown.</summary>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<IReadOnlyList<InputOption>> ListAsync(CancellationToken cancellationToken);
}
