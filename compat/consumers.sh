# Sourced by compat/run: a function for each kind of project, which builds and runs it and prints what became of it; then the list.
# shellcheck shell=bash disable=SC2154,SC2034 # The variables are those of compat/run.

# Takes the program and the dependency out of the README: a newcomer has nothing else. In the long form their repository is empty.
readme() { # JDK
  local home empty=()
  home=$(jdk "$1") || { skip "no JDK $1"; return; }
  work=$target/projects/readme log=$target/logs/readme.log
  rm -rf "$work"
  mkdir -p "$work/.mvn" "$work/src/main/java"
  block java | tee "$work/program" | sed -nE 's/^public final class ([A-Za-z]+).*/\1/p' >"$work/name"
  mv "$work/program" "$work/src/main/java/$(cat "$work/name").java"
  pom_of_readme >"$work/pom.xml"
  if ! $short; then
    empty=(-Dmaven.repo.local="$target/empty-repository")
    mkdir -p "$target/empty-repository/dev"
    cp -r "$repository/dev/clerkbapi" "$target/empty-repository/dev/"
  fi
  export JAVA_HOME=$home
  outcome maven "$work" "${empty[@]}" compile "$exec_plugin:java" -Dexec.mainClass="$(cat "$work/name")" -Dexec.cleanupDaemonThreads=false
}

exec_plugin=org.codehaus.mojo:exec-maven-plugin:3.5.1

# Prints the first block of code in this language.
block() { # LANGUAGE
  awk -v open='```'"$1" '$0 == open { inside = 1; next } inside && $0 == "```" { exit } inside' "$root/README.md"
}

pom_of_readme() {
  cat <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>readme</artifactId>
  <version>1.0</version>
  <properties>
    <maven.compiler.source>17</maven.compiler.source>
    <maven.compiler.target>17</maven.compiler.target>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
$(block xml)
  </dependencies>
</project>
XML
}

gradle_project() { # VERSION
  command -v gradle >/dev/null || { skip "no Gradle"; return; }
  timeout 60 gradle --version 2>/dev/null | grep -qx "Gradle $1" || { skip "not Gradle $1, or not on this JDK"; return; }
  project gradle
  outcome timeout 300 gradle --no-daemon -q -p "$work" -g "$target/gradle" -Dmaven.repo.local="$repository" -PclerkVersion="$version" run
}

kotlin() { # VERSION ARGUMENT-OF-MAVEN...
  project kotlin
  outcome maven "$work" -Dkotlin.version="$1" "${@:2}" compile exec:java
}

plain() { # ARGUMENT-OF-MAVEN...
  project plain
  outcome maven "$work" "$@" compile exec:java
}

# With the BOM of a framework: before, bom or after say which are imported, in this order.
beside_bom() { # GROUP:ARTIFACT:VERSION PROFILES
  local part
  IFS=: read -ra part <<<"$1"
  plain -Dother.group="${part[0]}" -Dother.artifact="${part[1]}" -Dother.version="${part[2]}" -P"$2"
}

# Maven takes no property for the version of a parent.
boot_project() { # NAME VERSION
  project "$1"
  sed -i "/<parent>/,/<\/parent>/s#<version>.*</version>#<version>$2</version>#" "$work/pom.xml"
}

boot() { # VERSION ARGUMENT-OF-MAVEN...
  local by_maven as_jar
  boot_project boot "$1"
  by_maven=$(outcome maven "$work" "${@:2}" package spring-boot:run)
  as_jar=$(outcome timeout 300 java -jar "$work/target/boot.jar")
  if [ "$by_maven" = "$as_jar" ]; then echo "$as_jar"; else echo "by Maven $by_maven; as one jar $as_jar"; fi
}

# The sample application, whose parent is Boot's, against a fake of its own.
starter() { # 3.5|4.1
  project starter
  cp -r "$root/sample-spring-boot/src" "$root/sample-spring-boot/boot-$1" "$work"
  rm -rf "$work/boot-$1/target"
  outcome maven "$work/boot-$1" -Dtest=ApplicationTest,ModelJsonTest test
}

boot_testing() { # VERSION ARGUMENT-OF-MAVEN...
  boot_project boot-testing "$1"
  outcome maven "$work" "${@:2}" test
}

modular() {
  project modular
  outcome modular_on java
}

modular_on() { # JAVA ARGUMENT...
  maven "$work" package &&
    timeout 300 "$@" -p "$work/target/modular.jar:$work/target/jars" -m com.example.modular/com.example.modular.Lock
}

# A JVM of these modules only, and our jars beside it; it trusts the fake's certificate.
image() { # JDK MODULES
  local home
  home=$(jdk "$1") || { skip "no JDK $1"; return; }
  [ -d "$home/jmods" ] || { skip "no modules for jlink in the JDK $1"; return; }
  project modular
  "$home/bin/jlink" --add-modules "$2" --output "$work/image"
  CLERK_API_URL=$https outcome modular_on "$work/image/bin/java" \
    -Djavax.net.ssl.trustStore="$target/keys.p12" -Djavax.net.ssl.trustStorePassword=changeit
}

shaded() { # ARGUMENT-OF-MAVEN...
  project shaded
  outcome shaded_jar "$@"
}

shaded_jar() {
  maven "$work" "$@" package && timeout 300 java -jar "$work/target/shaded.jar" && {
    [ $# -eq 0 ] || ! jar tf "$work/target/shaded.jar" | grep -E '^(okhttp3|okio|retrofit2|kotlin)/.*class$'
  }
}

strict() { # ARGUMENT-OF-MAVEN...
  project strict
  outcome maven "$work" "$@" verify exec:java
}

retrofit() { # VERSION ARGUMENT-OF-MAVEN...
  project retrofit
  outcome maven "$work" -Dretrofit.version="$1" "${@:2}" compile exec:java
}

nothing="-"
bom="[import our BOM](#the-bom)"

check short "Maven, the first program of the README" "JDK 17" "$nothing" readme 17
check short "Maven, the first program of the README" "JDK 25" "$nothing" readme 25
check long "Gradle" "4.4.1" "[the lines](#gradle)" gradle_project 4.4.1

check short "Kotlin compiler" "2.4.21" "$nothing" kotlin 2.4.21
check long "Kotlin compiler" "2.1.21" "$nothing" kotlin 2.1.21
check long "Kotlin compiler" "2.0.21" "$nothing" kotlin 2.0.21
check long "Kotlin compiler" "1.9.25" "the next line" kotlin 1.9.25
check long "Kotlin compiler with \`-Xskip-metadata-version-check\`" "1.9.25" "$nothing" kotlin 1.9.25 -Dkotlin.arg=-Xskip-metadata-version-check
check long "Kotlin standard library of the project" "1.7.22" "$bom" plain -Pkotlin -Dkotlin.version=1.7.22
for v in 1.8.20 1.8.22 1.9.25; do
  check long "Kotlin standard library of the project" "$v" "$nothing" plain -Pkotlin -Dkotlin.version="$v"
done

# By Maven, and as one jar.
check short "Spring Boot" "4.1.2" "$nothing" boot 4.1.2
check short "Spring Boot" "3.5.7" "$nothing" boot 3.5.7
check long "Spring Boot" "3.1.12" "$nothing" boot 3.1.12
check long "Spring Boot" "2.7.18" "$bom" boot 2.7.18
check long "Spring Boot, our BOM" "2.7.18" "$nothing" boot 2.7.18 -Pbom
check short "\`sdk-spring-boot-starter\`" "Boot 4.1.2" "$nothing" starter 4.1
check short "\`sdk-spring-boot-starter\`" "Boot 3.5.7" "$nothing" starter 3.5

for other in "Quarkus io.quarkus:quarkus-bom:3.33.2" "Micronaut io.micronaut.platform:micronaut-platform:4.10.8"; do
  read -r name coordinates <<<"$other"
  check long "BOM of $name before ours" "${coordinates##*:}" "$nothing" beside_bom "$coordinates" before,bom
  check long "BOM of $name after ours" "${coordinates##*:}" "$nothing" beside_bom "$coordinates" bom,after
done

check long "Module path" "\`requires dev.clerkbapi\`" "$nothing" modular
check long "\`jlink\` on JDK 17, https" "\`java.base\` \`java.logging\` \`jdk.crypto.ec\`" "$nothing" image 17 java.base,java.logging,jdk.crypto.ec
check long "\`jlink\` on JDK 17, https" "\`java.base\` \`java.logging\`" "add \`jdk.crypto.ec\`" image 17 java.base,java.logging

check long "One jar by \`maven-shade-plugin\` 3.6.2" "as it is" "$nothing" shaded
check long "One jar by \`maven-shade-plugin\` 3.6.2" "all libraries relocated" "$nothing" shaded -Prelocated

check long "\`dependency:analyze\`, warnings fail" "\`sdk-ergonomic\` declared" "[declare \`sdk-generated\`](#strict-builds)" strict
check long "\`dependency:analyze\`, warnings fail" "\`sdk-generated\` declared too" "$nothing" strict -Pmodels

tests="Test with \`sdk-testing\` and"
standalone=(-Dwiremock.artifact=wiremock-standalone)
check long "$tests \`wiremock-jetty12\` 3.13.2" "Boot 3.5.7 with JUnit 5.12" "$nothing" boot_testing 3.5.7
check long "$tests \`wiremock-jetty12\` 3.13.2" "Boot 3.5.7 with JUnit 5.13" "$nothing" boot_testing 3.5.7 -Djunit-jupiter.version=5.13.4
check long "$tests \`wiremock-jetty12\` 3.13.2" "Boot 3.5.7 on Jetty" "$nothing" boot_testing 3.5.7 -Pjetty
check long "$tests \`wiremock-jetty12\` 3.13.2" "Boot 4.1.2 with JUnit 6" "\`wiremock-standalone\`" boot_testing 4.1.2
check long "$tests \`wiremock-standalone\` 3.13.2" "Boot 4.1.2 with JUnit 6" "$nothing" boot_testing 4.1.2 "${standalone[@]}"
check long "$tests \`wiremock-standalone\` 3.13.2" "Boot 4.1.2 on Jetty" "$nothing" boot_testing 4.1.2 "${standalone[@]}" -Pjetty
check long "$tests \`wiremock-spring-boot\` 3.10.0 over \`wiremock-jetty12\`" "Boot 3.5.7" "$nothing" boot_testing 3.5.7 -Pspring
check long "$tests \`wiremock-spring-boot\` 3.10.0 over \`wiremock-standalone\`" "Boot 4.1.2" "$nothing" boot_testing 4.1.2 "${standalone[@]}" -Pspring

own="Project with its own Retrofit and OkHttp 4.12"
for v in 2.9.0 2.11.0; do
  check long "$own" "$v" "$bom" retrofit "$v"
done
for v in 2.9.0 2.11.0; do
  check long "$own, our BOM" "$v" "$nothing" retrofit "$v" -Pbom
done
