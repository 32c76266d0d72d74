using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using FluentValidation;
using FluentValidation.AspNetCore;
using HuaihuaPilotZone.Web.Api;
using HuaihuaPilotZone.Web.Api.Declarations;
using HuaihuaPilotZone.Web.Areas.EnterpriseDesk.FileChecks;
using HuaihuaPilotZone.Web.Public.Developers;
using HuaihuaPilotZone.Web.Public.Feeds;
using HuaihuaPilotZone.Web.Public.Shared;
using HuaihuaPilotZone.Web.Public.Tracking;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>MVC as this house uses it: a screen in one folder, forms checked by FluentValidation on both sides, Chinese messages, anti-forgery on every post.</summary>
public static class PagesSetup
{
    /// <summary>Cookie that carries a notice over a redirect.</summary>
    public const string NoticeCookie = "hh-notice";

    /// <summary>Cookie of the form token.</summary>
    public const string FormCookie = "hh-form";

    /// <summary>A list of 100 lines has some 1,900 fields.</summary>
    private const int MostFields = 6000;

    public static void AddPortalPages(this WebApplicationBuilder builder)
    {
        // a build outside Development (tests, a published folder without manifest) serves its assets too
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddScoped<ViewText>();
        services.AddScoped<HuaihuaPilotZone.Web.Shared.Imports.BenchServices>();
        services.AddSingleton<AtomFeeds>();
        services.AddSingleton<StructuredData>();
        services.AddSingleton<FormStamps>();
        services.AddScoped<ApiRequests>();
        services.AddSingleton<TrackingStreams>();
        services.AddSingleton<TrackingPulse>();
        services.AddHostedService(provider => provider.GetRequiredService<TrackingPulse>());
        services.AddScoped<ApiFiling>();
        services.AddScoped<FileDesk>();
        services.AddScoped<ApiSamples>();
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));
        services.AddOpenApi(ApiDescription.Name, ApiDescription.Describe);
        services.AddLocalization();
        services.AddSingleton(typeof(IStringLocalizer<>), typeof(KeptTexts<>));
        services.AddControllersWithViews(options =>
        {
            options.Conventions.Add(new GuardDesks());
            options.Conventions.Add(new ScreensInOneFolder());
            options.Filters.Add(new RefuseTooLarge());
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.Filters.Add(new LeadToLastPage());
            options.ModelBinderProviders.Insert(0, new ReadableTextBinders());
            options.ModelBinderProviders.Insert(1, new SwitchBinders());
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.MaxModelValidationErrors = 500;
            // a form cannot name more rows than it has fields; the framework's own limit answers with a fault
            options.MaxModelBindingCollectionSize = MostFields;
            SpeakChinese(options.ModelBindingMessageProvider);
        }).UseDeclaredScreens();
        // the same rules in the browser come from FluentValidation alone; this provider would add English texts for value types
        services.Configure<MvcViewOptions>(o => o.ClientModelValidatorProviders
            .Where(p => p.GetType().Name == "DataAnnotationsClientModelValidatorProvider").ToList()
            .ForEach(p => o.ClientModelValidatorProviders.Remove(p)));
        services.Configure<FormOptions>(o => o.ValueCountLimit = MostFields);
        services.AddRouting(o => o.LowercaseUrls = true);
        services.Configure<RazorViewEngineOptions>(LookBesideTheController);
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(o =>
        {
            o.Cookie.Harden(builder.Environment, FormCookie);
            o.HeaderName = "X-Form-Token";
        });
        services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.Harden(builder.Environment, NoticeCookie));
        services.AddFluentValidationAutoValidation(o => o.DisableDataAnnotationsValidation = true);
        services.AddFluentValidationClientsideAdapters();
        services.AddFormValidators();
        ValidatorOptions.Global.LanguageManager.Culture = new CultureInfo("zh-CN");
        ValidatorOptions.Global.DisplayNameResolver = static (_, member, _) => member?.GetCustomAttribute<DisplayAttribute>()?.GetName();
    }

    /// <summary>Whether an act before this request may have left a notice. Asking for it sets a cookie, and an answer with a cookie is never kept for others.</summary>
    public static bool MayHaveNotice(HttpRequest request) => !HeadRequests.Reads(request) || PortalCookies.Has(request, NoticeCookie);

    private static void LookBesideTheController(RazorViewEngineOptions razor)
    {
        razor.AreaViewLocationFormats.Insert(0, "/Areas/{2}/{1}/{0}.cshtml");
        razor.AreaViewLocationFormats.Insert(1, "/Areas/{2}/Shared/{0}.cshtml");
        razor.AreaViewLocationFormats.Insert(2, "/Shared/{0}.cshtml");
        razor.ViewLocationFormats.Insert(0, "/Public/{1}/{0}.cshtml");
        razor.ViewLocationFormats.Insert(1, "/Public/Shared/{0}.cshtml");
        razor.ViewLocationFormats.Insert(2, "/Shared/{0}.cshtml");
    }

    private static void SpeakChinese(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => $"{field}填的“{Short(value)}”无法识别。");
        messages.SetMissingBindRequiredValueAccessor(field => $"缺少{field}。");
        messages.SetMissingKeyOrValueAccessor(() => "缺少内容。");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "请求里没有内容。");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{Short(value)}”无法识别。");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "内容无法识别。");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "这里应填数字。");
        messages.SetUnknownValueIsInvalidAccessor(field => $"{field}的内容无法识别。");
        messages.SetValueIsInvalidAccessor(value => $"“{Short(value)}”无法识别。");
        messages.SetValueMustBeANumberAccessor(field => $"{field}应填数字。");
        messages.SetValueMustNotBeNullAccessor(field => $"请填写{field}。");
    }

    private static string Short(string value) => value.Length <= 40 ? value : string.Concat(value.AsSpan(0, 40), "…");
}
