using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Content;

/// <summary>Offers designers the personas there are.</summary>
/// <param name="register">Where they are kept.</param>
public sealed class PersonaOptions(IPersonaRegister register) : IInputOptions
{
    private const int Most = 500;

    // The designer's host serves one workspace.
    private const int Tenant = 1;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<InputOption>> ListAsync(CancellationToken cancellationToken)
    {
        var personas = await register.ListAsync(Tenant, null, Most, cancellationToken);
        return [new InputOption("", ""), .. personas.Select(one => new InputOption($"{one.Name} ({one.Id})", one.Id))];
    }
}
