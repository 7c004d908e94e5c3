using Microsoft.Extensions.DependencyInjection;
using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Designer;

/// <summary>Asks the host for the choices of inputs.</summary>
internal sealed class InputOptions(IServiceProvider? services)
{
    /// <summary>The choices an <see cref="IInputOptions"/> offers now; null when the input has none.</summary>
    public async ValueTask<IReadOnlyList<InputOption>?> ListAsync(
        ActivityMember member,
        CancellationToken cancellationToken
    ) => await ListAsync(member.Input?.Options as Type, cancellationToken);

    /// <summary>The choices an <see cref="IInputOptions"/> offers now; null where there is none.</summary>
    public async ValueTask<IReadOnlyList<InputOption>?> ListAsync(Type? type, CancellationToken cancellationToken) =>
        type is not null && Create<IInputOptions>(type) is { } options
            ? await options.ListAsync(cancellationToken)
            : null;

    /// <summary>What the input's own handler tells its editor; nothing when it has none.</summary>
    public async ValueTask<IDictionary<string, object>> SpecifyAsync(
        ActivityMember member,
        ActivityInputs? inputs,
        CancellationToken cancellationToken
    )
    {
        if (member.Input?.UIHandler is not { } type || Create<IPropertyUIHandler>(type) is not { } handler)
        {
            return new Dictionary<string, object>(StringComparer.Ordinal);
        }
        var properties = await handler.GetUIPropertiesAsync(member.Property, inputs, cancellationToken);
        if (handler.IsRefreshable)
        {
            properties["Refresh"] = true;
        }
        return properties;
    }

    private T? Create<T>(Type type)
        where T : class =>
        services is null
            ? type.GetConstructor(Type.EmptyTypes)?.Invoke(null) as T
            : ActivatorUtilities.GetServiceOrCreateInstance(services, type) as T;
}
