using System.Globalization;
using System.Reflection;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Json;

namespace Workflows.Runtime.Designer;

/// <summary>Describes one activity type in one language.</summary>
internal sealed class ActivityDescriber(ActivityDescriptor descriptor, CultureInfo culture, InputOptions options)
{
    private readonly DesignerTexts _texts = new(culture, descriptor.ActivityType.Assembly);

    public async ValueTask<ActivityDescription> DescribeAsync(CancellationToken cancellationToken)
    {
        var sample = descriptor.Create();
        var inputs = new List<InputDescription>();
        foreach (var member in InputsOf(descriptor))
        {
            inputs.Add(await DescribeInputAsync(member, sample, cancellationToken));
        }
        return new ActivityDescription
        {
            TypeName = descriptor.TypeName,
            Namespace = descriptor.Namespace,
            Name = descriptor.Name,
            Version = descriptor.Version,
            Category = _texts.Of(descriptor.Category),
            DisplayName = _texts.Of(descriptor.DisplayName, descriptor.TypeName),
            Description = _texts.OfOptional(descriptor.Description),
            Icon = descriptor.Icon,
            Kind = descriptor.Kind,
            Inputs = [.. inputs.OrderBy(input => input.Order)],
            Outputs =
            [
                .. descriptor
                    .Members.Where(member => member.Kind == ActivityMemberKind.Output)
                    .Select(DescribeOutput)
                    .OrderBy(output => output.Order),
            ],
            Ports = [.. DescribePorts(), .. await DescribeFurtherPortsAsync(cancellationToken)],
            CustomProperties = CustomProperties(),
            IsContainer = descriptor.IsContainer,
            IsBrowsable = descriptor.IsBrowsable,
            IsStart = descriptor.IsStart,
            IsTerminal = descriptor.IsTerminal,
        };
    }

    /// <summary>What the editor of one input needs to know now.</summary>
    /// <param name="member">The input.</param>
    /// <param name="inputs">The activity's present inputs; null where they are not known.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async ValueTask<IReadOnlyDictionary<string, object>> SpecifyAsync(
        ActivityMember member,
        ActivityInputs? inputs,
        CancellationToken cancellationToken
    )
    {
        var hint = InputEditors.HintOf(member);
        var specifications = InputEditors.SpecificationsOf(member, hint);
        var choices =
            hint is InputUIHints.DynamicOutcomes
                ? null
                : InputEditors.ChoicesOf(member) ?? await options.ListAsync(member, cancellationToken);
        if (choices is not null)
        {
            var translated = choices.Select(choice => choice with { Text = _texts.Of(choice.Text) });
            InputEditors.AddChoices(specifications, hint, new ChoiceList([.. translated]));
        }
        foreach (var (name, value) in await options.SpecifyAsync(member, inputs, cancellationToken))
        {
            specifications[name] = value;
        }
        return specifications;
    }

    public static IEnumerable<ActivityMember> InputsOf(ActivityDescriptor descriptor) =>
        descriptor.Members.Where(member =>
            member.Kind is ActivityMemberKind.Input
            || member.Input is not null
                && member.Kind is ActivityMemberKind.Plain or ActivityMemberKind.Variable or ActivityMemberKind.Cases
        );

    private async ValueTask<InputDescription> DescribeInputAsync(
        ActivityMember member,
        Activity sample,
        CancellationToken cancellationToken
    )
    {
        var attribute = member.Input;
        return new InputDescription
        {
            Name = member.Name,
            TypeName = TypeAliases.NameOf(member.ValueType),
            DisplayName = TitleOf(member, attribute?.DisplayName),
            Description = _texts.OfOptional(attribute?.Description),
            Category = _texts.OfOptional(attribute?.Category),
            Order = attribute?.Order ?? 0,
            IsWrapped = member.Kind == ActivityMemberKind.Input,
            IsBrowsable = attribute?.IsBrowsable ?? true,
            IsSerializable = attribute?.IsSerializable ?? true,
            IsReadOnly = attribute?.IsReadOnly ?? false,
            IsSensitive = attribute?.IsSensitive ?? false,
            IsRequired = attribute?.IsRequired ?? false,
            AutoEvaluate = attribute?.AutoEvaluate ?? true,
            DefaultValue = InputEditors.DefaultOf(member, sample),
            DefaultSyntax = attribute?.DefaultSyntax,
            UiHint = InputEditors.HintOf(member),
            UiSpecifications = await SpecifyAsync(member, null, cancellationToken),
        };
    }

    private OutputDescription DescribeOutput(ActivityMember member) =>
        new()
        {
            Name = member.Name,
            TypeName = TypeAliases.NameOf(member.ValueType),
            DisplayName = TitleOf(member, member.Output?.DisplayName),
            Description = _texts.OfOptional(member.Output?.Description),
            IsBrowsable = member.Output?.IsBrowsable ?? true,
        };

    private string TitleOf(ActivityMember member, string? title) =>
        _texts.Of(title ?? Words.Of(member.Name), $"{descriptor.TypeName}.{member.Name}");

    /// <summary>Embedded slots first, then the outcomes; the one outcome <c>Done</c> goes without saying.</summary>
    private IEnumerable<PortDescription> DescribePorts()
    {
        foreach (var member in descriptor.Members.Where(member => member.Kind == ActivityMemberKind.Port))
        {
            yield return PortOf(
                member.PortName,
                PortKind.Embedded,
                member.Property.GetCustomAttribute<PortAttribute>()?.IsBrowsable ?? true
            );
        }
        if (descriptor.Outcomes is ["Done"])
        {
            yield break;
        }
        foreach (var outcome in descriptor.Outcomes)
        {
            yield return PortOf(outcome, PortKind.Flow, true);
        }
    }

    /// <summary>Outcomes that only the host knows, such as those of its rule sets.</summary>
    private async ValueTask<IEnumerable<PortDescription>> DescribeFurtherPortsAsync(CancellationToken cancellationToken)
    {
        var type = descriptor.ActivityType.GetCustomAttribute<FlowNodeAttribute>()?.Options;
        var further = await options.ListAsync(type, cancellationToken) ?? [];
        return further
            .Select(option => option.Value)
            .Except(descriptor.Outcomes, StringComparer.Ordinal)
            .Select(name => PortOf(name, PortKind.Flow, isBrowsable: true));
    }

    private PortDescription PortOf(string name, PortKind kind, bool isBrowsable) =>
        new(name, _texts.Of(name, $"{descriptor.TypeName}.{name}"), kind, isBrowsable);

    private Dictionary<string, object> CustomProperties()
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        if (descriptor.ActivityType.GetCustomAttribute<ResilienceAttribute>() is { } resilience)
        {
            properties["Resilient"] = true;
            properties["ResilienceCategory"] = resilience.Category;
        }
        if (descriptor.Icon is { } icon)
        {
            properties["Icon"] = icon;
        }
        return properties;
    }
}
